import { on } from '@propertea/chassis/messaging';
import { propertyChanged } from '@propertea/schema/events';
import { keepProperty } from './keep-property.js';

export const onPropertyChanged = on(propertyChanged, keepProperty);
