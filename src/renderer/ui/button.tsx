import type { ReactNode } from 'react';
import { Button as AriaButton, type ButtonProps, Tooltip, TooltipTrigger } from 'react-aria-components';
import styles from './button.module.css';

type Variant = 'plain' | 'outlined' | 'primary' | 'danger';

export function Button({ variant = 'plain', ...rest }: ButtonProps & { variant?: Variant }) {
  return <AriaButton {...rest} className={`${styles.button} ${variant === 'plain' ? '' : styles[variant]}`} />;
}

interface IconButtonProps extends Omit<ButtonProps, 'children' | 'aria-label'> {
  /** Chinese name, shown as tooltip and read by screen readers. */
  name: string;
  /** Keys shown beside the name. */
  keys?: string | undefined;
  icon: ReactNode;
  variant?: Variant;
  placement?: 'top' | 'bottom' | 'left' | 'right';
}

export function IconButton({ name, keys, icon, variant = 'plain', placement = 'bottom', ...rest }: IconButtonProps) {
  const className = `${styles.button} ${styles.icon} ${variant === 'plain' ? '' : styles[variant]}`;
  return (
    <TooltipTrigger delay={500} closeDelay={0}>
      <AriaButton {...rest} aria-label={name} className={className}>
        {icon}
      </AriaButton>
      <Tooltip className={styles.tooltip ?? ''} placement={placement} offset={6}>
        {name}
        {keys === undefined ? null : <kbd>{keys}</kbd>}
      </Tooltip>
    </TooltipTrigger>
  );
}
