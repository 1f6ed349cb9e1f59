import { on } from '@propertea/chassis/messaging';
import { unitRestored } from '@propertea/schema/events';
import { keepUnit } from './keep-unit.js';

export const onUnitRestored = on(unitRestored, keepUnit);
