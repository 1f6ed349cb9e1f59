import { on } from '@propertea/chassis/messaging';
import { propertySnapshot } from '@propertea/schema/events';
import { keepProperty } from './keep-property.js';

export const onPropertySnapshot = on(propertySnapshot, keepProperty);
