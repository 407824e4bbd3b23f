import { useId, useMemo } from 'react';
import type { PlanDocument } from '#core/plan/plan';
import { messages } from '#messages/zh-CN';
import { Button } from '../../ui/button.tsx';
import styles from './place-choice.module.css';
import { factsOf, type Origin, type PlaceFacts } from './place-facts.ts';
import type { Places } from './places.ts';

const words = messages.review;

interface PlaceChoiceProps {
  plan: PlanDocument;
  places: Places;
  origin: Origin;
  onChoose: (place: number) => void;
}

/** The places where a note may stand, each with what tells it from the others. */
export function PlaceChoice({ plan, places, origin, onChoose }: PlaceChoiceProps) {
  const { ranges, hasFound, shown } = places;
  const facts = useMemo(() => factsOf(plan, ranges, origin), [plan, ranges, origin]);
  const id = useId();
  if (ranges.length === 0 || (hasFound && ranges.length === 1)) return null;
  return (
    <fieldset className={styles.places}>
      <legend>{words.places}</legend>
      {ranges.map((range, index) => {
        const number = hasFound ? index : index + 1;
        const isFound = number === 0;
        const own = facts[index];
        return (
          <Button
            key={`${range.start}-${range.end}`}
            variant="outlined"
            aria-pressed={index === shown}
            aria-label={isFound ? words.foundPlace : words.otherPlace(number)}
            aria-describedby={`${id}-${index}`}
            onPress={() => onChoose(index)}
          >
            <b>{isFound ? words.foundPlace : words.nthPlace(number)}</b>
            {own === undefined ? null : <Facts id={`${id}-${index}`} facts={own} />}
          </Button>
        );
      })}
    </fieldset>
  );
}

function Facts({ id, facts }: { id: string; facts: PlaceFacts }) {
  const { headings, before, quote, after, isInSection, isNearest } = facts;
  const nearness = [...(isInSection ? [words.facts.inSection] : []), ...(isNearest ? [words.facts.nearest] : [])];
  return (
    <span id={id} className={styles.facts}>
      <span className={styles.path} title={headings.join(words.facts.below)}>
        {headings.map((heading, level) => (
          <span key={heading}>
            {level === 0 ? '' : words.facts.below}
            {heading}
          </span>
        ))}
      </span>
      <span className={styles.sentence}>
        {before}
        <mark>{quote}</mark>
        {after}
      </span>
      <span className={styles.measures}>
        {words.facts.likeness(facts.likeness)} · {words.facts.likenessAround(facts.likenessAround)}
        {nearness.map((text) => (
          <em key={text}>{text}</em>
        ))}
      </span>
    </span>
  );
}
