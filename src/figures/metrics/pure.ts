export { allDefinitions } from './definition.ts'
export type { Dimension } from './dimension.ts'
export { DIMENSIONS } from './dimension.ts'
export type {
  Answer,
  AnswerRow,
  DimensionId,
  Figure,
  Freshness,
  Grain,
  MetricDefinition,
  MetricId,
  Question,
  QuestionRefusal,
  Sites,
  Unit,
} from './question.ts'
export type { Parameters } from './question-key.ts'
export { DIMENSION_IDS, METRIC_IDS, questionKey, questionParameters } from './question-key.ts'
export { readParameters, readQuestion } from './question-reader.ts'
export { questionSchema, ROWS_MAX } from './question-schema.ts'
