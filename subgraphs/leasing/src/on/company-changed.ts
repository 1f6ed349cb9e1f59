import { on } from '@propertea/chassis/messaging';
import { companyChanged } from '@propertea/schema/events';
import { keepCompany } from './keep-company.js';

export const onCompanyChanged = on(companyChanged, keepCompany);
