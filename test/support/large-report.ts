import { evaluateSnapshot, type HealthReport, known, snapshotOf } from '../../src/index.js';
import { make } from './facts.js';

/** A report with one failed rule and `count` findings. */
export function largeReport(count = 10_000): HealthReport {
  const codes = Array.from({ length: count }, (_, index) => index.toString(36).toUpperCase().padStart(4, '0'));
  const companies = codes.map((code) =>
    make.company({ id: `id of ${code}`, code, name: `Company ${code}`, defaultOwningTeamId: null }),
  );
  const link = known(make.link({ legalEntities: codes }));
  const facts = { link, companies: known(companies) };
  return evaluateSnapshot(snapshotOf('contoso', facts, { takenAt: '2026-11-20T10:00:00Z' }), {
    only: ['DWDVEV1007'],
  });
}
