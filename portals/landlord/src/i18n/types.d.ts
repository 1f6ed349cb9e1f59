import type apiClients from '../../messages/en/apiClients.json';
import type audit from '../../messages/en/audit.json';
import type buildings from '../../messages/en/buildings.json';
import type common from '../../messages/en/common.json';
import type companies from '../../messages/en/companies.json';
import type dashboard from '../../messages/en/dashboard.json';
import type enums from '../../messages/en/enums.json';
import type failures from '../../messages/en/failures.json';
import type forms from '../../messages/en/forms.json';
import type history from '../../messages/en/history.json';
import type imports from '../../messages/en/imports.json';
import type leasing from '../../messages/en/leasing.json';
import type letting from '../../messages/en/letting.json';
import type map from '../../messages/en/map.json';
import type members from '../../messages/en/members.json';
import type properties from '../../messages/en/properties.json';
import type search from '../../messages/en/search.json';
import type settings from '../../messages/en/settings.json';
import type shell from '../../messages/en/shell.json';
import type ui from '../../messages/en/ui.json';
import type units from '../../messages/en/units.json';
import type { Locale } from './locales';

declare module 'next-intl' {
  interface AppConfig {
    Locale: Locale;
    Messages: {
      apiClients: typeof apiClients;
      audit: typeof audit;
      buildings: typeof buildings;
      common: typeof common;
      companies: typeof companies;
      dashboard: typeof dashboard;
      enums: typeof enums;
      failures: typeof failures;
      forms: typeof forms;
      history: typeof history;
      imports: typeof imports;
      leasing: typeof leasing;
      letting: typeof letting;
      map: typeof map;
      members: typeof members;
      properties: typeof properties;
      search: typeof search;
      settings: typeof settings;
      shell: typeof shell;
      ui: typeof ui;
      units: typeof units;
    };
  }
}
