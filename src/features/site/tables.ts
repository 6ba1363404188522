export interface SiteSettingsTable {
  one: true;
  name: string;
  tagline: string;
  description: string;
  time_zone: string;
  contact_email: string;
  postal_address: string;
  brand_color: string;
  version: number;
  changed_at: Date;
  starter_loaded_at: Date | null;
}

declare module "#platform/database/tables.ts" {
  interface Tables {
    site_settings: SiteSettingsTable;
  }
}
