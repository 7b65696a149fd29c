export type { Answer, AnswerRow, DimensionId, MetricId, Question } from './question.ts'
