import type common from '../../messages/en/common.json';
import type enums from '../../messages/en/enums.json';
import type failures from '../../messages/en/failures.json';
import type properties from '../../messages/en/properties.json';
import type shell from '../../messages/en/shell.json';
import type ui from '../../messages/en/ui.json';
import type { Locale } from './locales';

declare module 'next-intl' {
  interface AppConfig {
    Locale: Locale;
    Messages: {
      common: typeof common;
      enums: typeof enums;
      failures: typeof failures;
      properties: typeof properties;
      shell: typeof shell;
      ui: typeof ui;
    };
  }
}
