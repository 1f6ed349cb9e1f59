import { on } from '@propertea/chassis/messaging';
import { companyCreated } from '@propertea/schema/events';
import { keepCompany } from './keep-company.js';

export const onCompanyCreated = on(companyCreated, keepCompany);
