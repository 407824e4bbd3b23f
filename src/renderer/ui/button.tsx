import type { ReactNode, RefAttributes } from 'react';
import { Button as AriaButton, type ButtonProps, Tooltip, TooltipTrigger } from 'react-aria-components';
import styles from './button.module.css';

type Variant = 'plain' | 'outlined' | 'primary' | 'danger';

export function Button({
  variant = 'plain',
  ...rest
}: ButtonProps & RefAttributes<HTMLButtonElement> & { variant?: Variant }) {
  return <AriaButton {...rest} className={`${styles.button} ${variant === 'plain' ? '' : styles[variant]}`} />;
}

interface IconButtonProps extends Omit<ButtonProps, 'children' | 'aria-label'> {
  /** Chinese name, shown as tooltip and read by screen readers. */
  name: string;
  /** Keys shown beside the name. */
  keys?: string | undefined;
  /** Why the button does nothing at the moment; it then says so instead of acting. */
  reason?: string | undefined;
  icon: ReactNode;
  variant?: Variant;
  placement?: 'top' | 'bottom' | 'left' | 'right';
}

export function IconButton(props: IconButtonProps) {
  const { name, keys, reason, icon, variant = 'plain', placement = 'bottom', onPress, ...rest } = props;
  // Not disabled for the browser: a disabled button can be neither reached nor asked why.
  const refusal = reason === undefined ? {} : { 'aria-disabled': true };
  const className = `${styles.button} ${styles.icon} ${variant === 'plain' ? '' : styles[variant]}`;
  return (
    <TooltipTrigger delay={500} closeDelay={0}>
      <AriaButton
        {...rest}
        {...refusal}
        {...(reason !== undefined || onPress === undefined ? {} : { onPress })}
        aria-label={name}
        className={className}
        // the library passes on no description by itself
        {...(reason === undefined ? {} : { render: (button) => <button {...button} aria-description={reason} /> })}
      >
        {icon}
      </AriaButton>
      <Tooltip className={styles.tooltip ?? ''} placement={placement} offset={6}>
        {name}
        {reason === undefined ? null : <small>{reason}</small>}
        {keys === undefined ? null : <kbd>{keys}</kbd>}
      </Tooltip>
    </TooltipTrigger>
  );
}
