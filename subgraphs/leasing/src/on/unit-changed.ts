import { on } from '@propertea/chassis/messaging';
import { unitChanged } from '@propertea/schema/events';
import { keepUnit } from './keep-unit.js';

export const onUnitChanged = on(unitChanged, keepUnit);
