/** Where an object of the audit log can be seen, below its organization; undefined where it has no page. */
export function objectPath(kind: string, id: string): string | undefined {
  switch (kind) {
    case 'Company':
      return `/companies/${id}`;
    case 'Property':
      return `/properties/${id}`;
    case 'Building':
      return `/buildings/${id}`;
    case 'Unit':
      return `/units/${id}`;
    case 'Lease':
      return `/leases/${id}`;
    case 'Import':
      return `/imports/${id}`;
    case 'Member':
      return `/members?member=${id}`;
    case 'ApiClient':
      return `/settings/api-clients?show=all&client=${id}`;
    case 'Invitation':
      return '/members?tab=invitations';
    default:
      return undefined;
  }
}
