import { describeLanguage } from '../support/language';

describeLanguage('uk');
