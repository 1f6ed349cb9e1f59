import { on } from '@propertea/chassis/messaging';
import { propertyRetired } from '@propertea/schema/events';
import { keepProperty } from './keep-property.js';

export const onPropertyRetired = on(propertyRetired, keepProperty);
