import { onCompanyChanged } from './company-changed.js';
import { onCompanyCreated } from './company-created.js';
import { onCompanyRestored } from './company-restored.js';
import { onCompanyRetired } from './company-retired.js';
import { onCompanySnapshot } from './company-snapshot.js';
import { onPropertyChanged } from './property-changed.js';
import { onPropertyCreated } from './property-created.js';
import { onPropertyRestored } from './property-restored.js';
import { onPropertyRetired } from './property-retired.js';
import { onPropertySnapshot } from './property-snapshot.js';
import { onUnitChanged } from './unit-changed.js';
import { onUnitCreated } from './unit-created.js';
import { onUnitRestored } from './unit-restored.js';
import { onUnitRetired } from './unit-retired.js';
import { onUnitSnapshot } from './unit-snapshot.js';
import { onUserEvents } from './user-events.js';

/** What this room does about the facts of other rooms. */
export const consumers = [
  onCompanyCreated,
  onCompanyChanged,
  onCompanyRetired,
  onCompanyRestored,
  onCompanySnapshot,
  onPropertyCreated,
  onPropertyChanged,
  onPropertyRetired,
  onPropertyRestored,
  onPropertySnapshot,
  onUnitCreated,
  onUnitChanged,
  onUnitRetired,
  onUnitRestored,
  onUnitSnapshot,
  ...onUserEvents,
];
