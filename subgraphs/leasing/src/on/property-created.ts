import { on } from '@propertea/chassis/messaging';
import { propertyCreated } from '@propertea/schema/events';
import { keepProperty } from './keep-property.js';

export const onPropertyCreated = on(propertyCreated, keepProperty);
