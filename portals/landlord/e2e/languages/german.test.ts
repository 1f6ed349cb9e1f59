import { describeLanguage } from '../support/language';

describeLanguage('de');
