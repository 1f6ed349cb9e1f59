'use client';

import { EmptyState, LoadingLines, PageHeader, UiLink } from '@propertea/ui';
import { Button, Title, VisuallyHidden } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useQueryStates } from 'nuqs';
import { useEffect, useEffectEvent, useRef } from 'react';
import type { Preloaded } from '@/graph/preload';
import { useSeed } from '@/graph/use-seed';
import { useSession, useTo } from '@/session/session-provider';
import { Failure } from '@/shared/failure/failure';
import { PAGE_SIZE } from '@/shared/list/list-address';
import { DiscardButton } from '../discard/discard-button';
import { ImportWizardDocument } from '../gql/graphql';
import type { ImportWizardQuery, ImportWizardQueryVariables } from '../gql/graphql';
import { useImportWizardQuery } from '../gql/hooks';
import { NoImports } from '../no-imports';
import { isDiscardable, reachableSteps, shownStep, stageOf } from '../stage';
import type { Step } from '../stage';
import { StageBadge } from '../stage-badge';
import { takeUpload } from '../upload/just-uploaded';
import { wizardAddress } from './address';
import { ColumnsStep } from './columns-step';
import { FileStep } from './file-step';
import { ImportStep } from './import-step';
import { PreviewStep } from './preview-step';
import { ResultStep } from './result-step';
import { StepList } from './step-list';
import { useProgress } from './use-progress';
import type { LayoutDefinition, WizardImport } from './wizard-types';

interface Props {
  id: string;
  preloaded: Preloaded<ImportWizardQuery, ImportWizardQueryVariables>;
}

/** One import from its file to its result; the address says which and how far one looks. */
export function WizardPage(props: Props) {
  const { rights } = useSession();
  return rights.mayImport ? <Wizard {...props} /> : <NoImports />;
}

function Wizard({ id, preloaded }: Props) {
  const t = useTranslations('imports');
  const to = useTo();
  useSeed(ImportWizardDocument, preloaded);
  const { data, error, loading, refetch } = useImportWizardQuery({
    variables: { id, withFindings: false, first: PAGE_SIZE },
  });
  const found = data?.import;
  if (found) return <Steps found={found} layouts={data.importLayouts ?? []} />;
  return (
    <>
      <PageHeader
        title={t('wizard.title')}
        crumbs={[{ title: t('list.title'), href: to('/imports') }]}
      />
      {loading ? (
        <LoadingLines />
      ) : (
        <Failure failure={error} retry={() => void refetch().catch(() => undefined)} />
      )}
    </>
  );
}

function Steps(props: { found: WizardImport; layouts: readonly LayoutDefinition[] }) {
  const { found } = props;
  const t = useTranslations('imports');
  const to = useTo();
  const router = useRouter();
  const [address, setAddress] = useQueryStates(wizardAddress);
  const unreachable = useProgress(found);
  const stage = stageOf(found);
  const step = shownStep(found, address.step);
  const go = (next: Step, history: 'push' | 'replace' = 'push') =>
    void setAddress({ step: next, severity: null, code: null }, { history });

  const isOver = stage === 'imported' && address.step === 'import';
  // The way back from the columns of a new file leads to the file, from a result to what was decided.
  const greet = useEffectEvent(() => takeUpload(found.id) && go('columns'));
  const showResult = useEffectEvent(() => go('result', 'replace'));
  useEffect(() => void greet(), []);
  useEffect(() => {
    if (isOver) showResult();
  }, [isOver]);

  if (stage === 'discarded') return <Discarded found={found} />;
  return (
    <>
      <PageHeader
        title={found.fileName}
        crumbs={[{ title: t('list.title'), href: to('/imports') }]}
        badges={<StageBadge of={found} />}
        actions={
          isDiscardable(found) && (
            <DiscardButton
              id={found.id}
              fileName={found.fileName}
              onDiscarded={() => router.push(to('/imports'))}
            />
          )
        }
      />
      <StepList shown={step} reachable={reachableSteps(found)} onStep={go} />
      <StepHeading step={step} />
      {step === 'file' && <FileStep found={found} go={go} />}
      {step === 'columns' && <ColumnsStep found={found} go={go} layouts={props.layouts} />}
      {step === 'preview' && <PreviewStep found={found} go={go} unreachable={unreachable} />}
      {step === 'import' && <ImportStep found={found} go={go} unreachable={unreachable} />}
      {step === 'result' && <ResultStep found={found} go={go} />}
    </>
  );
}

/** Gets the focus when another step is shown, so that a keyboard goes on from there. */
function StepHeading({ step }: { step: Step }) {
  const t = useTranslations('imports.steps');
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = useRef(step);
  useEffect(() => {
    if (shown.current === step) return;
    shown.current = step;
    heading.current?.focus();
  }, [step]);
  return (
    <Title ref={heading} order={2} size="h3" mb="sm" tabIndex={-1} style={{ outline: 'none' }}>
      <VisuallyHidden>{t('title')}: </VisuallyHidden>
      {t(step)}
    </Title>
  );
}

function Discarded({ found }: { found: WizardImport }) {
  const t = useTranslations('imports');
  const to = useTo();
  return (
    <>
      <PageHeader
        title={found.fileName}
        crumbs={[{ title: t('list.title'), href: to('/imports') }]}
        badges={<StageBadge of={found} />}
      />
      <EmptyState
        title={t('discarded.title')}
        action={
          <Button component={UiLink} href={to('/imports/new')}>
            {t('list.create')}
          </Button>
        }
      >
        {t('discarded.what')}
      </EmptyState>
    </>
  );
}
