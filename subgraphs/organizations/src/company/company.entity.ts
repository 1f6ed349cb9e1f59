import { Entity, Property } from '@mikro-orm/decorators/legacy';
import { OrganizationAggregate } from '@propertea/chassis/store';
import { DomainError } from '@propertea/kernel';

interface CompanyDetails {
  code: string;
  name: string;
}

/** The legal owner of properties inside an organization. Its currency is fixed when it is created. */
@Entity({ tableName: 'companies' })
export class Company extends OrganizationAggregate {
  @Property({ type: 'text' })
  code!: string;

  @Property({ type: 'text' })
  name!: string;

  @Property({ type: 'text', hidden: true })
  nameSearch!: string;

  @Property({ type: 'text' })
  currency!: string;

  @Property({ type: 'timestamptz', nullable: true })
  retiredAt: Date | null = null;

  static create(organizationId: string, details: CompanyDetails & { currency: string }): Company {
    const company = Object.assign(new Company(), { organizationId, currency: details.currency });
    company.change(details);
    return company;
  }

  @Property({ persist: false, hidden: true, type: 'boolean' })
  get isRetired(): boolean {
    return this.retiredAt !== null;
  }

  change({ code, name }: CompanyDetails): void {
    if (this.retiredAt)
      throw new DomainError('CONFLICT', 'A retired company cannot be changed. Restore it first.', {
        path: ['input', 'companyId'],
      });
    this.code = code;
    this.name = name;
    this.nameSearch = name.toLowerCase();
  }

  retire(now: Date): void {
    if (this.retiredAt)
      throw new DomainError('CONFLICT', 'The company is retired already.', {
        path: ['input', 'companyId'],
      });
    this.retiredAt = now;
  }

  restore(): void {
    if (!this.retiredAt)
      throw new DomainError('CONFLICT', 'The company is not retired.', {
        path: ['input', 'companyId'],
      });
    this.retiredAt = null;
  }

  /** The post-state that its events carry. */
  fact() {
    const { id, organizationId, code, name, currency, isRetired } = this;
    return { companyId: id, organizationId, code, name, currency, isRetired };
  }
}
