import type { ComponentChildren } from 'preact'
import { Icon } from './icon.tsx'
import type { ShopCinema, ShopPage } from './page.ts'
import { addressIn } from './page-head.ts'
import { useWords } from './words.ts'

type ShellProps = {
  readonly page: ShopPage
  readonly cinema?: ShopCinema
  /** The words that lead to the tickets on this phone. */
  readonly tickets?: string
  readonly children: ComponentChildren
}

/** Head and foot of the pages one reads; pages one works in have a bar of their own. */
export function Shell({ page, cinema, tickets, children }: ShellProps) {
  const { t } = useWords()
  return (
    <>
      <a class="skip" href="#main">
        {t.skip}
      </a>
      <header class="head">
        <a class="head-name" href={cinema ? `/shop/cinemas/${cinema.id}` : '/shop'}>
          <Icon name="mark" />
          {cinema?.name ?? 'Fullhouse'}
        </a>
        <a class="link" href="/shop/tickets">
          {tickets ?? t.tickets}
        </a>
      </header>
      <main id="main" class="main">
        {children}
      </main>
      <Foot page={page} />
    </>
  )
}

/** The same page in the other language. */
export function Foot({ page }: { readonly page: ShopPage }) {
  const { t, lang } = useWords()
  const other = lang === 'zh' ? 'en' : 'zh'
  return (
    <footer class="foot">
      <a class="link" href={addressIn(page, other)} lang={other === 'zh' ? 'zh-CN' : 'en'}>
        {t.otherLanguage}
      </a>
    </footer>
  )
}

type BarProps = { readonly back: string; readonly title: string; readonly children: string }

/** Head of a page one works in: the way back, what it is of, when and where. */
export function Bar({ back, title, children }: BarProps) {
  const { t } = useWords()
  return (
    <header class="bar">
      <a class="bar-back" href={back} aria-label={t.back}>
        <Icon name="back" />
      </a>
      <div>
        <h1>{title}</h1>
        <p>{children}</p>
      </div>
    </header>
  )
}
