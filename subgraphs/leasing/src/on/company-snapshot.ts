import { on } from '@propertea/chassis/messaging';
import { companySnapshot } from '@propertea/schema/events';
import { keepCompany } from './keep-company.js';

export const onCompanySnapshot = on(companySnapshot, keepCompany);
