export type { Answers } from './answer.ts'
export { createAnswers } from './answer.ts'
export { QUESTION_LIMITS } from './answer-question.ts'
export type { AnswerRows } from './answer-rows.ts'
export { FILE_ROWS_MAX, withFileLimit } from './answer-rows.ts'
export type { Dimension } from './dimension.ts'
export { DIMENSIONS } from './dimension.ts'
export type { FilmFacts } from './film-facts.ts'
export type { Hub, HubParts, LiveUpdate, Watch, Watcher } from './live.ts'
export { createHub } from './live.ts'
export type { Metric } from './metric.ts'
export type {
  Answer,
  AnswerRow,
  Basis,
  BasisView,
  Compared,
  ComparisonId,
  ComparisonSpan,
  DimensionId,
  Figure,
  Freshness,
  Grain,
  MetricDefinition,
  MetricId,
  PlanView,
  Question,
  QuestionRefusal,
  RateShown,
  Sites,
  Unit,
} from './question.ts'
export type { Parameters } from './question-key.ts'
export { DIMENSION_IDS, METRIC_IDS } from './question-key.ts'
export { readParameters, readQuestion } from './question-reader.ts'
export { METRICS } from './registry.ts'
export type { TicketRows } from './ticket-rows.ts'
export type { TicketsPage, TicketView } from './tickets-behind.ts'
export type { ValueView } from './values.ts'
