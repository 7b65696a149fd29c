export type { Answers } from './answer.ts'
export { createAnswers } from './answer.ts'
export type { AnswerRows } from './answer-rows.ts'
export { askForRows, FILE_ROWS_MAX } from './answer-rows.ts'
export type { Dimension } from './dimension.ts'
export { DIMENSIONS } from './dimension.ts'
export type { Hub, HubParts, LiveUpdate, Watch, Watcher } from './live.ts'
export { createHub } from './live.ts'
export type { Metric } from './metric.ts'
export type {
  Answer,
  AnswerRow,
  ComparisonId,
  ComparisonSpan,
  DimensionId,
  Figure,
  Freshness,
  Grain,
  MetricDefinition,
  MetricId,
  Question,
  QuestionRefusal,
  RateShown,
  RateShown,
  Sites,
  Unit,
} from './question.ts'
export type { Parameters } from './question-key.ts'
export { DIMENSION_IDS, METRIC_IDS } from './question-key.ts'
export { readParameters, readQuestion } from './question-reader.ts'
export { METRICS } from './registry.ts'
