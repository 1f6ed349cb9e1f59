import { on } from '@propertea/chassis/messaging';
import { companyRetired } from '@propertea/schema/events';
import { keepCompany } from './keep-company.js';

export const onCompanyRetired = on(companyRetired, keepCompany);
