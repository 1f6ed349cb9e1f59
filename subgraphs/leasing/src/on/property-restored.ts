import { on } from '@propertea/chassis/messaging';
import { propertyRestored } from '@propertea/schema/events';
import { keepProperty } from './keep-property.js';

export const onPropertyRestored = on(propertyRestored, keepProperty);
