import { parseAsStringLiteral } from 'nuqs/server';

export const SETTINGS_TABS = ['profile', 'preferences', 'organization', 'privacy'] as const;
export type SettingsTab = (typeof SETTINGS_TABS)[number];

/** What the settings keep in their address. */
export const settingsTab = parseAsStringLiteral(SETTINGS_TABS).withDefault('profile');
