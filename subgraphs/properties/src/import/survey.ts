import { AnyCompany, type CompanyDirectory } from './company-names.js';
import { FindingSeverity, type Finding } from './finding.js';
import { openPortfolio } from './portfolio-reader.js';

/** What a portfolio file holds; rows = accepted + repeated + rejected. */
export interface Survey {
  rows: number;
  accepted: number;
  repeated: number;
  rejected: number;
  properties: number;
  units: number;
  corrections: number;
  notices: number;
  findings: Finding[];
}

/**
 * Reads a whole file against no portfolio at all: what it would give a new house. By default every
 * company that it names is taken as given. Keeps every finding; throws `UnreadableFile`.
 */
export async function surveyPortfolio(
  source: AsyncIterable<Uint8Array>,
  companies: CompanyDirectory = new AnyCompany(),
): Promise<Survey> {
  const file = await openPortfolio(source, companies);
  const survey: Survey = {
    rows: 0,
    accepted: 0,
    repeated: 0,
    rejected: 0,
    properties: 0,
    units: 0,
    corrections: 0,
    notices: 0,
    findings: [],
  };
  const properties = new Set<string>();
  for await (const { findings, proposal } of file.rows) {
    survey.rows++;
    if (findings.rejected) survey.rejected++;
    else if (proposal) survey.accepted++;
    else survey.repeated++;
    if (proposal) {
      properties.add(proposal.propertyKey);
      survey.units += proposal.units.length;
    }
    survey.findings.push(...findings.all);
  }
  survey.findings.unshift(...file.findings);
  survey.properties = properties.size;
  survey.corrections = count(survey.findings, FindingSeverity.CORRECTION);
  survey.notices = count(survey.findings, FindingSeverity.NOTICE);
  return survey;
}

function count(findings: readonly Finding[], severity: FindingSeverity): number {
  return findings.filter((finding) => finding.severity === severity).length;
}
