import type { ShopPage } from './page.ts'
import { Shell } from './shell.tsx'
import { useWords } from './words.ts'

type ProblemPageProps = { readonly page: ShopPage; readonly status: number; readonly say: string }

const FAULT_FROM = 500

/** What there is to say where there is nothing to show. */
export function ProblemPage({ page, status, say }: ProblemPageProps) {
  const { t } = useWords()
  const broken = status >= FAULT_FROM
  return (
    <Shell page={page}>
      <h1>{broken ? t.broken : t.notFound}</h1>
      <p class="empty">{say || (broken ? t.away : t.notFoundWhy)}</p>
      <p>
        <a class="link" href="/shop">
          {t.toShop}
        </a>
      </p>
    </Shell>
  )
}
