export { scopeOf } from './scope.ts'
