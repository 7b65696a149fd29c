type SparkProps = {
  readonly values: readonly number[]
  readonly label: string
}

/** Bars of equal steps of time, the last the one that is filling now. */
export function Spark({ values, label }: SparkProps) {
  const most = Math.max(1, ...values)
  return (
    <div className="spark" role="img" aria-label={label}>
      {values.map((value, index) => (
        <span
          // biome-ignore lint/suspicious/noArrayIndexKey: a bar is its place in time
          key={index}
          className={index === values.length - 1 ? 'spark-now' : ''}
          style={{ height: `${value === 0 ? 2 : Math.max(6, (value / most) * 100)}%` }}
        />
      ))}
    </div>
  )
}
