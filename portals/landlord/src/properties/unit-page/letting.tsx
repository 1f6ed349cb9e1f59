'use client';

import { Anchor, Button, Group } from '@mantine/core';
import { Facts, LoadingLines, Section, UiLink } from '@propertea/ui';
import { useTranslations } from 'next-intl';
import { useSession, useTo } from '@/session/session-provider';
import { useDay } from '@/shared/days/use-days';
import { Failure } from '@/shared/failure/failure';
import { useMoney } from '@/shared/money/use-money';
import type { UnitFactsFragment } from '../gql/graphql';
import { useUnitLettingQuery } from '../gql/hooks';

/** Who rents the unit today, for how much, and when it is free; a card of its own where that is not known. */
export default function Letting({ unit }: { unit: UnitFactsFragment }) {
  const t = useTranslations('letting.unit');
  const tEnums = useTranslations('enums');
  const day = useDay();
  const money = useMoney();
  const to = useTo();
  const { rights } = useSession();
  const { id, property } = unit;
  const { data, loading, error, refetch } = useUnitLettingQuery({ variables: { id } });
  const found = data?.unit;
  const lease = found?.currentLease;
  const mayLet =
    !unit.isRetired && rights.mayLet({ companyId: property.company?.id, propertyId: property.id });
  const tenants = lease?.parties.filter(({ role }) => role === 'TENANT') ?? [];
  return (
    <Section
      title={t('title')}
      actions={
        <Group gap="xs">
          <Anchor component={UiLink} href={to(`/leases?unit=${id}`)} size="sm">
            {t('all')}
          </Anchor>
          {mayLet && (
            <Button
              size="xs"
              variant="default"
              component={UiLink}
              href={to(`/leases/new?unit=${id}`)}
            >
              {t('create')}
            </Button>
          )}
        </Group>
      }
    >
      {found?.rentableUnit ? (
        <Facts
          facts={[
            [
              t('availability'),
              found.availability && tEnums(`UnitAvailabilityState.${found.availability}`),
            ],
            [
              t('lease'),
              lease ? (
                <Anchor component={UiLink} href={to(`/leases/${lease.id}`)}>
                  {`${lease.number} · ${tEnums(`LeaseState.${lease.state}`)}`}
                </Anchor>
              ) : (
                t('none')
              ),
            ],
            [t('tenants'), tenants.map(({ name }) => name).join(', ') || null],
            [t('endsOn'), day(lease?.endsOn) || null],
            [t('rent'), money(found.rent) || null],
            [t('baseRent'), money(found.rentableUnit.baseRent) || null],
            [t('availableFrom'), day(found.rentableUnit.availableFrom) || null],
          ]}
        />
      ) : loading ? (
        <LoadingLines rows={3} />
      ) : (
        <Failure failure={error} retry={() => void refetch().catch(() => undefined)} />
      )}
    </Section>
  );
}
