import { on } from '@propertea/chassis/messaging';
import { unitCreated } from '@propertea/schema/events';
import { keepUnit } from './keep-unit.js';

export const onUnitCreated = on(unitCreated, keepUnit);
