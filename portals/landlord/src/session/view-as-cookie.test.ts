import { noViewAsCookie, viewAsCookie } from './view-as-cookie';

const view = { id: 'vas_1', expiresAt: '2026-11-21T06:15:08.040Z' };

it('lasts as long as the view, on the pages of its organization alone', () => {
  expect(viewAsCookie('org_1', view, new Date('2026-11-21T06:14:00.000Z'))).toBe(
    'propertea-view-as=vas_1; path=/org_1; max-age=68; samesite=lax',
  );
});

it('is gone at once where the view is over', () => {
  const gone = 'max-age=0';
  expect(viewAsCookie('org_1', view, new Date('2026-11-21T07:00:00.000Z'))).toContain(gone);
  expect(noViewAsCookie('org_1')).toContain(gone);
});
