// the same moment that the reader marks: the frame is done once the task after it runs
requestAnimationFrame(() => setTimeout(() => performance.mark('outline-painted')));
