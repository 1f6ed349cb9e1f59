import { on } from '@propertea/chassis/messaging';
import { unitSnapshot } from '@propertea/schema/events';
import { keepUnit } from './keep-unit.js';

export const onUnitSnapshot = on(unitSnapshot, keepUnit);
