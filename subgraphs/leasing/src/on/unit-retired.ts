import { on } from '@propertea/chassis/messaging';
import { unitRetired } from '@propertea/schema/events';
import { keepUnit } from './keep-unit.js';

export const onUnitRetired = on(unitRetired, keepUnit);
