import { on } from '@propertea/chassis/messaging';
import { companyRestored } from '@propertea/schema/events';
import { keepCompany } from './keep-company.js';

export const onCompanyRestored = on(companyRestored, keepCompany);
