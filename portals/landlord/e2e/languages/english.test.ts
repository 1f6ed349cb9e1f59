import { describeLanguage } from '../support/language';

describeLanguage('en');
