import { type CalendarDate, parseDate } from '@internationalized/date';
import {
  Button,
  Calendar,
  CalendarCell,
  CalendarGrid,
  DateInput,
  DatePicker,
  DateSegment,
  Dialog,
  Group,
  Heading,
  Popover,
} from 'react-aria-components';
import { ChevronGlyph, FieldLabel, FieldNotes, type FieldProps } from './field-parts.tsx';
import './date-field.css';

export interface DateFieldProps extends FieldProps {
  /** `YYYY-MM-DD`, a date of the office's calendar without a time zone; null while it is not complete. */
  value: string | null;
  onChange(value: string | null): void;
  onBlur?(): void;
  /** First and last date that can be chosen, `YYYY-MM-DD`. */
  minimum?: string;
  maximum?: string;
}

export function DateField(props: DateFieldProps) {
  const { label, hint, error, isOptional } = props;
  return (
    <DatePicker<CalendarDate>
      className="field"
      value={props.value === null ? null : parseDate(props.value)}
      onChange={(date) => props.onChange(date === null ? null : date.toString())}
      granularity="day"
      shouldForceLeadingZeros
      isInvalid={error !== undefined}
      isRequired={!isOptional}
      isDisabled={props.isDisabled ?? false}
      validationBehavior="aria"
      {...(props.minimum ? { minValue: parseDate(props.minimum) } : {})}
      {...(props.maximum ? { maxValue: parseDate(props.maximum) } : {})}
      {...(props.onBlur ? { onBlur: props.onBlur } : {})}
    >
      <FieldLabel label={label} isOptional={isOptional} />
      <Group className="field-group">
        <DateInput className="date-input">
          {(segment) => <DateSegment segment={segment} className="date-segment" />}
        </DateInput>
        <Button className="field-button">
          <CalendarGlyph />
        </Button>
      </Group>
      <FieldNotes hint={hint} error={error} />
      <Popover className="select-popover">
        <Dialog className="calendar">
          <Calendar>
            <header className="calendar-header">
              <Button slot="previous" className="field-button">
                <ChevronGlyph direction="left" />
              </Button>
              <Heading className="calendar-title" />
              <Button slot="next" className="field-button">
                <ChevronGlyph direction="right" />
              </Button>
            </header>
            <CalendarGrid className="calendar-grid">
              {(date) => <CalendarCell date={date} className="calendar-day" />}
            </CalendarGrid>
          </Calendar>
        </Dialog>
      </Popover>
    </DatePicker>
  );
}

function CalendarGlyph() {
  return (
    <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true" fill="none" stroke="currentColor">
      <path d="M2.5 3.5h11v10h-11zM2.5 6.5h11M5.5 2v3M10.5 2v3" />
    </svg>
  );
}
