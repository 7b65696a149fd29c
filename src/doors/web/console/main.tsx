import '@fontsource-variable/archivo/standard.css'
import '../shared/tokens.css'
import './style/base.css'
import './style/controls.css'
import './style/shell.css'
import './style/parts.css'
import './style/tables.css'
import './style/charts.css'
import './style/today.css'
import './style/export.css'
import './style/imports.css'
import './style/print.css'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { router } from './router.tsx'
import { TextProvider } from './texts/text.tsx'
import { ThemeProvider } from './theme.tsx'
import { WireError } from './wire/problem.ts'

const RETRIES = 2

// A refusal stays a refusal; only what nobody answered is asked again.
const queries = new QueryClient({
  defaultOptions: {
    queries: {
      retry: (count, fault) => count < RETRIES && !(fault instanceof WireError && fault.problem),
      staleTime: 5_000,
    },
  },
})

// Opened for paper, by our own printer: what only paper needs comes now.
if (matchMedia('print').matches) {
  void import('./parts/on-paper.ts').then(({ bePrinted }) => bePrinted())
}

const place = document.getElementById('console')
if (!place) throw new Error('index.html has no place for the console')
createRoot(place).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <TextProvider>
        <ThemeProvider>
          <RouterProvider router={router} />
        </ThemeProvider>
      </TextProvider>
    </QueryClientProvider>
  </StrictMode>,
)
