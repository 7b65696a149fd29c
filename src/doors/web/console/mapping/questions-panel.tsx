import { useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { ToggleButton } from 'react-aria-components/ToggleButton'
import type { Choice, Question } from '#collate/pure'
import { Panel } from '../parts/panel.tsx'
import { SuggestField } from '../parts/suggest-field.tsx'
import { COMMON_CURRENCIES, zones } from '../places.ts'
import { useText } from '../texts/text.tsx'
import type { Draft } from './draft.ts'
import { useChoiceText } from './use-choice-text.ts'

type QuestionsPanelProps = {
  readonly draft: Draft
  readonly onAnswer: (question: Question, choice: Choice) => void
}

/** What nothing in the file settles about it as a whole: answers as buttons, or one to be typed. */
export function QuestionsPanel({ draft, onAnswer }: QuestionsPanelProps) {
  const { t } = useText()
  return (
    <Panel title={t('questionsTitle')} className="questions">
      <ol>
        {draft.questions.map((question) => (
          <FileQuestion
            key={question.about + question.ask}
            question={question}
            answer={draft.answers.get(question)}
            onAnswer={(choice) => onAnswer(question, choice)}
          />
        ))}
      </ol>
    </Panel>
  )
}

/** Of so many answers one is taken from a list that can be typed into. */
const BUTTONS_MAX = 6

type FileQuestionProps = {
  readonly question: Question
  readonly answer: Choice | undefined
  readonly onAnswer: (choice: Choice) => void
}

function FileQuestion({ question, answer, onAnswer }: FileQuestionProps) {
  const text = useChoiceText()
  const { about, choices } = question
  const typed = about === 'currency' || about === 'timezone' || about === 'territory'
  const offered = choices.slice(0, BUTTONS_MAX)
  const shown = answer && !offered.includes(answer) ? [...offered, answer] : offered
  return (
    <li data-testid={`question-${about}`} data-open={answer ? undefined : ''}>
      <p>{text.ask(question)}</p>
      <div className="answers">
        {shown.map((choice) => {
          const { say, shows } = text.choice(choice)
          return (
            <ToggleButton
              key={say + shows}
              className="answer"
              isSelected={choice === answer}
              onChange={() => onAnswer(choice)}
            >
              {say}
              {shows !== undefined && <small>{shows}</small>}
            </ToggleButton>
          )
        })}
      </div>
      {!answer && (typed || choices.length > BUTTONS_MAX) && (
        <Typed question={question} onAnswer={onAnswer} />
      )}
    </li>
  )
}

/** Any other currency, zone or country. */
function Typed({ question: { about, choices }, onAnswer }: Omit<FileQuestionProps, 'answer'>) {
  const { t } = useText()
  const [value, setValue] = useState('')
  const offered = choices.flatMap((choice) => choice.value ?? choice.constant?.value ?? [])
  const items = about === 'timezone' ? zones() : about === 'currency' ? COMMON_CURRENCIES : offered
  const label = about === 'timezone' ? 'timezone' : about === 'currency' ? 'currency' : 'territory'
  const take = () => {
    const typed = about === 'timezone' ? value.trim() : value.trim().toUpperCase()
    const known = choices.find((one) => (one.value ?? one.constant?.value) === typed)
    onAnswer(known ?? { say: typed, value: typed })
  }
  return (
    <div className="typed">
      <SuggestField label={t(label)} help="" value={value} items={items} onChange={setValue} />
      <Button className="button" isDisabled={value.trim() === ''} onPress={take}>
        {t('answerIt')}
      </Button>
    </div>
  )
}
