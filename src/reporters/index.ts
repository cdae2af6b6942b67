export type { ActivityTimeline, Span, Stretch } from './activity-timeline.js';
export { type AnnotationsOptions, annotations } from './annotations.js';
export type {
  Block,
  CheckedPart,
  Code,
  Details,
  DocumentModel,
  Facets,
  Fields,
  Filter,
  Inline,
  Item,
  List,
  Mark,
  Medium,
  Notice,
  Paragraph,
  Picture,
  PictureData,
  Row,
  Section,
  Steps,
  Table,
  Tiles,
  Way,
  Ways,
} from './document.js';
export { activityDocument } from './documents/activity-document.js';
export { activityPlanDocument } from './documents/activity-plan-document.js';
export { alertReplayDocument, type ReplayLack } from './documents/alert-replay-document.js';
export { appliedMapsDocument } from './documents/applied-maps-document.js';
export { catalogueDocument } from './documents/catalogue-document.js';
export { cleanupPlanDocument } from './documents/cleanup-plan-document.js';
export { comparisonDocument } from './documents/comparison-document.js';
export { diagnosesDocument } from './documents/diagnoses-document.js';
export { diagnosisLogDocument } from './documents/diagnosis-log-document.js';
export { environmentComparisonDocument } from './documents/environment-comparison-document.js';
export { explanationsDocument } from './documents/explanations-document.js';
export { fleetDocument } from './documents/fleet-document.js';
export { mapActivityDocument } from './documents/map-activity-document.js';
export { mapsDocument } from './documents/maps-document.js';
export { markedRequestsDocument } from './documents/marked-requests-document.js';
export { type ReportDocumentOptions, reportDocument } from './documents/report-document.js';
export { requestPlanDocument, type ShownRequestPlan } from './documents/request-plan-document.js';
export { ruleDocument } from './documents/rule-document.js';
export { selectedVersionDocument } from './documents/selected-version-document.js';
export { solutionGuidesDocument } from './documents/solution-guides-document.js';
export { type ShownSolutionPlan, solutionPlansDocument } from './documents/solution-plans-document.js';
export { syncErrorsDocument } from './documents/sync-errors-document.js';
export { topicDocument } from './documents/topic-document.js';
export { topicProposalsDocument } from './documents/topic-proposals-document.js';
export { type ShownUrl, urlsDocument } from './documents/urls-document.js';
export { html } from './html.js';
export { json } from './json.js';
export { type JunitOptions, junit } from './junit.js';
export { markdown } from './markdown.js';
export { pretty } from './pretty.js';
export { type SarifOptions, sarif } from './sarif.js';
export { toHtml, toHtmlBody } from './to-html.js';
export { type MarkdownOptions, toMarkdown } from './to-markdown.js';
export { type PrettyOptions, toPretty } from './to-pretty.js';
