import { defineSubgraph } from '@propertea/chassis/graph';
import { defineSnapshot } from '@propertea/chassis/messaging';
import {
  buildingSnapshot,
  mayPublish,
  propertySnapshot,
  unitSnapshot,
} from '@propertea/schema/events';
import { z } from 'zod';
import { BuildingCommandsResolver } from './building/building-commands.resolver.js';
import { Building } from './building/building.entity.js';
import { buildingById } from './building/building.loader.js';
import { BuildingResolver } from './building/building.resolver.js';
import { Company } from './company/company.entity.js';
import { companyById } from './company/company.loader.js';
import { CompanyResolver } from './company/company.resolver.js';
import { violations } from './errors.js';
import { ImportFinding } from './import/import-finding.entity.js';
import { importBackground, importRoutes } from './import/import-part.js';
import { Import } from './import/import.entity.js';
import { importById } from './import/import.loader.js';
import { ImportMappingResolver } from './import/import-mapping.resolver.js';
import { ImportResolver } from './import/import.resolver.js';
import { onCompanyChanged } from './on/company-changed.js';
import { onCompanyCreated } from './on/company-created.js';
import { onCompanyRestored } from './on/company-restored.js';
import { onCompanyRetired } from './on/company-retired.js';
import { onCompanySnapshot } from './on/company-snapshot.js';
import { PortfolioResolver } from './portfolio/portfolio.resolver.js';
import { Property } from './property/property.entity.js';
import { propertyById } from './property/property.loader.js';
import { PropertyResolver } from './property/property.resolver.js';
import { UnitCommandsResolver } from './unit/unit-commands.resolver.js';
import { Unit } from './unit/unit.entity.js';
import { unitById } from './unit/unit.loader.js';
import { UnitResolver } from './unit/unit.resolver.js';

export { surveyPortfolio, type Survey } from './import/survey.js';

/** The room of the portfolio: properties, buildings and units as they physically are. */
export default defineSubgraph({
  name: 'properties',
  resolvers: [
    CompanyResolver,
    PropertyResolver,
    BuildingResolver,
    BuildingCommandsResolver,
    UnitResolver,
    UnitCommandsResolver,
    PortfolioResolver,
    ImportResolver,
    ImportMappingResolver,
  ],
  references: {
    Company: (context, id) => context.load(companyById, id),
    Property: (context, id) => context.load(propertyById, id),
    Building: (context, id) => context.load(buildingById, id),
    Unit: (context, id) => context.load(unitById, id),
    Import: (context, id) => context.load(importById, id),
  },
  entities: [Company, Property, Building, Unit, Import, ImportFinding],
  migrations: new URL('../migrations/', import.meta.url),
  violations,
  consumers: [
    onCompanyCreated,
    onCompanyChanged,
    onCompanyRetired,
    onCompanyRestored,
    onCompanySnapshot,
  ],
  snapshots: [
    defineSnapshot(propertySnapshot, Property, (property) => property.fact()),
    defineSnapshot(buildingSnapshot, Building, (building) => building.fact()),
    defineSnapshot(unitSnapshot, Unit, (unit) => unit.fact()),
  ],
  mayPublish,
  settings: z.object({ uploadDirectory: z.string().min(1) }),
  routes: importRoutes,
  background: importBackground,
});
