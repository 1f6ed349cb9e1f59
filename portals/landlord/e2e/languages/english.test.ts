import { describeLanguage } from '../support/language';

describeLanguage('en', { everyPage: true });
