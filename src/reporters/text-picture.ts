import type { PictureData } from './document.js';
import { hourChart } from './hour-chart.js';
import { mapTree } from './map-tree.js';
import { textStrip, textTimeline } from './text-timeline.js';

/** A picture as lines of characters, none wider than `width`; nothing where words say the same. Not escaped. */
export function textPicture(picture: PictureData, width: number): readonly string[] {
  switch (picture.of) {
    case 'checks':
      return [];
    case 'timeline':
      return picture.span === undefined
        ? textTimeline(picture.timeline, width)
        : [textStrip(picture.timeline, picture.span, Math.max(20, Math.min(120, width)))];
    case 'needs':
      return mapTree(picture.dependencies);
    case 'hours':
      return hourChart(picture.hours, width);
  }
}
