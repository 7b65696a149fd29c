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
