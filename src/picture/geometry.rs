//! Points, rectangles and routes, in pixels from the upper left corner.

/// A point.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Point {
    /// To the right.
    pub x: f64,
    /// Downwards.
    pub y: f64,
}

impl Point {
    /// A point.
    #[must_use]
    pub const fn new(x: f64, y: f64) -> Self {
        Self { x, y }
    }

    /// This point moved.
    #[must_use]
    pub fn plus(self, dx: f64, dy: f64) -> Self {
        Self::new(self.x + dx, self.y + dy)
    }

    /// The point at a part `t` of the way to another.
    #[must_use]
    pub fn towards(self, other: Self, t: f64) -> Self {
        self.plus((other.x - self.x) * t, (other.y - self.y) * t)
    }

    /// The distance to another.
    #[must_use]
    pub fn distance(self, other: Self) -> f64 {
        (other.x - self.x).hypot(other.y - self.y)
    }
}

/// A rectangle.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Rect {
    /// The left edge.
    pub x: f64,
    /// The upper edge.
    pub y: f64,
    /// The width.
    pub w: f64,
    /// The height.
    pub h: f64,
}

impl Rect {
    /// A rectangle.
    #[must_use]
    pub const fn new(x: f64, y: f64, w: f64, h: f64) -> Self {
        Self { x, y, w, h }
    }

    /// A rectangle around its centre.
    #[must_use]
    pub fn around(center: Point, w: f64, h: f64) -> Self {
        Self::new(center.x - w / 2.0, center.y - h / 2.0, w, h)
    }

    /// The right edge.
    #[must_use]
    pub fn right(self) -> f64 {
        self.x + self.w
    }

    /// The lower edge.
    #[must_use]
    pub fn bottom(self) -> f64 {
        self.y + self.h
    }

    /// The centre.
    #[must_use]
    pub fn center(self) -> Point {
        Point::new(self.x + self.w / 2.0, self.y + self.h / 2.0)
    }

    /// Larger by `by` pixels on every side.
    #[must_use]
    pub fn grown(self, by: f64) -> Self {
        Self::new(self.x - by, self.y - by, self.w + 2.0 * by, self.h + 2.0 * by)
    }

    /// Moved.
    #[must_use]
    pub fn plus(self, dx: f64, dy: f64) -> Self {
        Self::new(self.x + dx, self.y + dy, self.w, self.h)
    }

    /// Whether two share more than an edge.
    #[must_use]
    pub fn overlaps(self, other: Self) -> bool {
        self.x < other.right() && other.x < self.right() && self.y < other.bottom() && other.y < self.bottom()
    }

    /// Whether a point lies within, edges excluded.
    #[must_use]
    pub fn contains(self, point: Point) -> bool {
        self.x < point.x && point.x < self.right() && self.y < point.y && point.y < self.bottom()
    }

    /// The smallest rectangle around both.
    #[must_use]
    pub fn union(self, other: Self) -> Self {
        let (x, y) = (self.x.min(other.x), self.y.min(other.y));
        Self::new(
            x,
            y,
            self.right().max(other.right()) - x,
            self.bottom().max(other.bottom()) - y,
        )
    }

    /// Where the way from the centre to `to` leaves the rectangle.
    #[must_use]
    pub fn exit(self, to: Point) -> Point {
        self.exit_from(self.center(), to)
    }

    /// Where the way from a point within to `to` leaves the rectangle.
    #[must_use]
    pub fn exit_from(self, from: Point, to: Point) -> Point {
        let (dx, dy) = (to.x - from.x, to.y - from.y);
        let across = |d: f64, low: f64, high: f64| match d {
            d if d > 0.0 => high / d,
            d if d < 0.0 => low / d,
            _ => f64::INFINITY,
        };
        let t = across(dx, self.x - from.x, self.right() - from.x)
            .min(across(dy, self.y - from.y, self.bottom() - from.y))
            .min(1.0);
        from.plus(dx * t, dy * t)
    }
}

/// A step of a route.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Step {
    /// Straight on.
    Line(Point),
    /// A cubic Bézier curve by its two control points and its end.
    Curve(Point, Point, Point),
}

/// The way of a line.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Route {
    /// Where it begins.
    pub start: Point,
    /// Its steps.
    pub steps: Vec<Step>,
}

impl Route {
    /// A single curve.
    #[must_use]
    pub fn curve(start: Point, a: Point, b: Point, end: Point) -> Self {
        Self {
            start,
            steps: vec![Step::Curve(a, b, end)],
        }
    }

    /// A straight line.
    #[must_use]
    pub fn straight(start: Point, end: Point) -> Self {
        Self {
            start,
            steps: vec![Step::Line(end)],
        }
    }

    /// Where it ends.
    #[must_use]
    pub fn end(&self) -> Point {
        match self.steps.last() {
            Some(Step::Line(end) | Step::Curve(_, _, end)) => *end,
            None => self.start,
        }
    }

    /// Every point moved.
    #[must_use]
    pub fn plus(&self, dx: f64, dy: f64) -> Self {
        let at = |p: &Point| p.plus(dx, dy);
        Self {
            start: at(&self.start),
            steps: self
                .steps
                .iter()
                .map(|step| match step {
                    Step::Line(p) => Step::Line(at(p)),
                    Step::Curve(a, b, p) => Step::Curve(at(a), at(b), at(p)),
                })
                .collect(),
        }
    }

    /// Points along it, close enough together to judge what it touches.
    #[must_use]
    pub fn points(&self) -> Vec<Point> {
        let mut points = vec![self.start];
        let mut from = self.start;
        for step in &self.steps {
            let to = match step {
                Step::Line(to) | Step::Curve(_, _, to) => *to,
            };
            let parts = ((from.distance(to) / 6.0).ceil()).clamp(8.0, 400.0);
            for part in 1..=(parts as u32) {
                let t = f64::from(part) / parts;
                points.push(match step {
                    Step::Line(to) => from.towards(*to, t),
                    Step::Curve(a, b, to) => bezier(from, *a, *b, *to, t),
                });
            }
            from = to;
        }
        points
    }

    /// The same way without what is nearer than `by` to its end; its last step stays where that is shorter.
    #[must_use]
    pub fn shortened(&self, by: f64) -> Self {
        let mut way = self.clone();
        let from = match self.steps.iter().rev().nth(1) {
            Some(Step::Line(from) | Step::Curve(_, _, from)) => *from,
            None => self.start,
        };
        let end = self.end();
        if let Some(last) = way.steps.last_mut().filter(|_| from.distance(end) > by) {
            *last = match *last {
                Step::Line(_) => Step::Line(end.towards(from, by / from.distance(end))),
                Step::Curve(a, b, _) => {
                    let near = |t: &f64| bezier(from, a, b, end, *t).distance(end) >= by;
                    let t = (1..100)
                        .rev()
                        .map(|part| f64::from(part) / 100.0)
                        .find(near)
                        .unwrap_or(1.0);
                    // de Casteljau's construction of the part of the curve up to t
                    let (p, q, r) = (from.towards(a, t), a.towards(b, t), b.towards(end, t));
                    let (u, v) = (p.towards(q, t), q.towards(r, t));
                    Step::Curve(p, u, u.towards(v, t))
                }
            };
        }
        way
    }

    /// Whether it goes through a rectangle.
    #[must_use]
    pub fn crosses(&self, rect: Rect) -> bool {
        self.points().iter().any(|point| rect.contains(*point))
    }

    /// The smallest rectangle around it.
    #[must_use]
    pub fn bounds(&self) -> Rect {
        self.points()
            .iter()
            .map(|p| Rect::new(p.x, p.y, 0.0, 0.0))
            .reduce(Rect::union)
            .unwrap_or_default()
    }
}

fn bezier(p: Point, a: Point, b: Point, q: Point, t: f64) -> Point {
    let u = 1.0 - t;
    let mix =
        |p: f64, a: f64, b: f64, q: f64| u * u * u * p + 3.0 * u * u * t * a + 3.0 * u * t * t * b + t * t * t * q;
    Point::new(mix(p.x, a.x, b.x, q.x), mix(p.y, a.y, b.y, q.y))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn routes_know_what_they_cross() {
        let rect = Rect::new(40.0, 40.0, 20.0, 20.0);
        assert!(Route::straight(Point::new(0.0, 0.0), Point::new(100.0, 100.0)).crosses(rect));
        let around = Route::curve(
            Point::new(0.0, 50.0),
            Point::new(0.0, 0.0),
            Point::new(100.0, 0.0),
            Point::new(100.0, 50.0),
        );
        assert!(!around.crosses(rect));
        assert!(around.bounds().y > 0.0 && around.bounds().bottom() <= 50.0);
        let short = around.shortened(10.0);
        assert!((short.end().distance(around.end()) - 10.0).abs() < 1.5, "{short:?}");
        assert!(
            short
                .points()
                .iter()
                .all(|p| around.points().iter().any(|q| p.distance(*q) < 6.0))
        );
        assert_eq!(
            Route::straight(Point::new(0.0, 0.0), Point::new(5.0, 0.0))
                .shortened(9.0)
                .end(),
            Point::new(5.0, 0.0)
        );
        assert_eq!(rect.exit(Point::new(100.0, 50.0)), Point::new(60.0, 50.0));
    }
}
