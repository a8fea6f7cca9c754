using System.Net;
using System.Text;
using InteractiveArticle.Figures.Scenes.Parts;

namespace InteractiveArticle.Figures.Scenes.Painting;

/// <summary>
/// Makes of a scene one SVG that needs nothing else: no script, no font, no other file. It moves by CSS animations that a
/// player can scrub; where it cannot move it stands at its most telling moment.
/// </summary>
/// <remarks>
/// Every animation begins at its own moment of the film, so that whoever sets the current time of all of them to t sees the
/// moment t. Who shares a fate shares its animations' names, which keeps a scene of hundreds of actors small. The custom
/// property <c>--t</c> shifts all of them: <c>--t:-12s</c> on a scene that is paused shows second 12.
/// </remarks>
public sealed class ScenePainter
{
    private const double SoftSeconds = 0.35;

    // What goes goes at once, so that two texts in one place are never read over each other.
    private const double SuddenSeconds = 0.01;

    // A browser would lift every part that moves, or ever will, onto a layer of its own, which costs several times as much as
    // painting the part. Only what slides with so many parts in it is better lifted than painted.
    private const string OneLayer = "will-change:contents";
    private const int LargeSlide = 30;

    // So many equal squares are painted as one path; where they turn once and together, in both states, and one change shows
    // the second.
    private const int ManyAtOnce = 3;

    // On a square no larger than this nobody misses the round corners, which a path of squares cannot have.
    private const double LargestSharpSquare = 16;

    private const double RestingSeconds = 1.2;
    private const double LevelTolerance = 0.004;
    private const double LineHeight = 1.4;
    private const double RingWidth = 1.8;
    private const double OutlineWidth = 1.6;

    // Of a bold letter of a wide typeface, in its size.
    private const double LetterWidth = 0.6;

    private readonly Picture picture;
    private readonly StyleSheet styles;
    private readonly StringBuilder body = new();
    private readonly StringBuilder definitions = new();
    private readonly Dictionary<ActorState, string> keyframes = [];

    private ScenePainter(Picture picture)
    {
        this.picture = picture;
        styles = new(picture.Name);
    }

    private string HalfLit => $"url(#{picture.Name}-half)";

    /// <summary>Paints a picture.</summary>
    /// <param name="picture">The picture.</param>
    /// <param name="stillAt">The moment at which it stands, in seconds of film; null for one that moves.</param>
    /// <param name="isRepeated">Whether its film begins again after a pause, for where nobody can press play.</param>
    /// <returns>The SVG element.</returns>
    public static string Paint(Picture picture, double? stillAt = null, bool isRepeated = false)
    {
        ArgumentNullException.ThrowIfNull(picture);
        return new ScenePainter(picture).Whole(stillAt, isRepeated);
    }

    private string Whole(double? stillAt, bool isRepeated)
    {
        AddLayers();
        string name = picture.Name;
        string still = $".{name}{{--t:{Css.Seconds(-picture.StillAt)}}}.{name} *{{animation-play-state:paused!important}}";
        const string Halves = "<stop offset=\".5\" style=\"stop-color:var(--lit)\"/><stop offset=\".5\" style=\"stop-color:var(--pane)\"/>";
        string colors = Palette.Declarations("." + name, $"{styles}{definitions}{body}{Halves}");
        string now = stillAt is { } moment ? $".{name}{{--t:{Css.Seconds(-moment)}}}.{name} *{{animation-play-state:paused!important}}" : $"@media print,(prefers-reduced-motion:reduce){{{still}}}";
        return $"""
            <svg xmlns="http://www.w3.org/2000/svg" id="{name}" class="{name}" viewBox="0 0 {Css.Number(picture.Width)} {Css.Number(picture.Height)}" role="img" aria-labelledby="{name}-title {name}-finding"><title id="{name}-title">{Encode(picture.Title)}</title><desc id="{name}-finding">{Encode(picture.Finding)}</desc>{(isRepeated ? Repetition.Of(name, picture.Duration) : "")}<style>svg:root{"{"}color-scheme:light dark{"}"}{colors}.{name}{"{"}font-family:system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue","Liberation Sans",Arial,sans-serif{"}"}.{name} text{"{"}font-variant-numeric:lining-nums tabular-nums{"}"}{styles}{now}</style><defs><linearGradient id="{name}-half" x2="0" y2="1">{Halves}</linearGradient>{definitions}</defs>{body}</svg>
            """;
    }

    private void AddLayers()
    {
        bool isInOneLayer = false;
        foreach (var part in picture.Parts)
        {
            bool slides = part.All.OfType<Mover>().Any(mover => mover.Moving.Count > LargeSlide);
            if (slides == isInOneLayer)
            {
                body.Append(slides ? "</g>" : $"<g class=\"{styles.Class(OneLayer)}\">");
                isInOneLayer = !slides;
            }

            Add(part);
        }

        body.Append(isInOneLayer ? "</g>" : "");
    }

    private void Add(IEnumerable<Part> parts)
    {
        foreach (var part in parts)
        {
            Add(part);
        }
    }

    private void Add(Part part)
    {
        switch (part)
        {
            case Crowd crowd:
                Add(crowd);
                break;
            case Dot dot:
                Add(dot);
                break;
            case Mover mover:
                Add(mover);
                break;
            case Level level:
                Add(level);
                break;
            case Reading reading:
                Add(reading);
                break;
            case Word word:
                body.Append($"<text class=\"{TextClass(word.Style, word.Anchor)}\" x=\"{Css.Number(word.X)}\" y=\"{Css.Number(word.Y)}\"{Cells(word.Style, word.Text)}>{Encode(word.Text)}</text>");
                break;
            case Box box:
                Add(box.Area, box.Radius, styles.Class($"fill:{Palette.Css(box.Fill)};stroke:{Palette.Css(box.Outline)}"));
                break;
            case Line line:
                Add(line);
                break;
            case Shown shown:
                Add(shown);
                break;
            case Unveiled unveiled:
                Add(unveiled);
                break;
            case Rail rail:
                body.Append($"<g class=\"{styles.Class("display:var(--rail,inline)")}\">");
                Add(rail.Parts);
                body.Append("</g>");
                break;
            case FlipBook book:
                Add(book);
                break;
            case Spots spots:
                Add(spots);
                break;
            default:
                throw new ArgumentException($"A {part.GetType().Name} cannot be painted.", nameof(part));
        }
    }

    private void Add(Area area, double radius, string style, string attributes = "") =>
        body.Append($"<rect class=\"{style}\" x=\"{Css.Number(area.X)}\" y=\"{Css.Number(area.Y)}\" width=\"{Css.Number(area.Width)}\" height=\"{Css.Number(area.Height)}\"{(radius > 0 ? $" rx=\"{Css.Number(radius)}\"" : "")}{attributes}/>");

    private void Add(Crowd crowd)
    {
        var fates = crowd.Actors.GroupBy(Fate).ToLookup(fate => fate.First().Turns.Count == 0 || IsManyAtOnce(fate));
        foreach (var fate in fates[true])
        {
            AddAtRest(crowd, fate, fate.First().Initial);
            foreach (var turn in fate.First().Turns)
            {
                string appears = $"opacity:0;animation:{styles.Keyframes("to{opacity:1}")} {Css.Seconds(crowd.TurnSeconds ?? Looks.Of(turn.State).Seconds)} linear {Css.From("var(--a)")} forwards";
                body.Append($"<g class=\"{styles.Class(appears)}\" style=\"--a:{Css.Seconds(turn.At)}\">");
                AddAtRest(crowd, fate, turn.State);
                body.Append("</g>");
            }
        }

        if (fates.Contains(false))
        {
            AddTurning(crowd, fates[false]);
        }

        AddMullions(crowd);
    }

    // A speck is covered by whatever it becomes.
    private static bool IsManyAtOnce(IGrouping<string, Actor> fate) =>
        fate.First() is { Initial: ActorState.Off, Turns.Count: 1 } && fate.Count() >= ManyAtOnce;

    // What stays as it is needs no transformation, unless it stands on its corner.
    private void AddAtRest(Crowd crowd, IEnumerable<Actor> actors, ActorState state)
    {
        var look = Looks.Of(state);
        if (crowd.Shape == ActorShape.Square && crowd.Width <= LargestSharpSquare && !look.IsTurned && actors.Count() >= ManyAtOnce)
        {
            double side = crowd.Width * look.Scale;
            var centres = actors.Select(actor => (actor.X + (crowd.Width / 2), actor.Y + (crowd.Width / 2)));
            bool isOutlined = look.Outline != Parts.Paint.None;
            AddEnds(centres, "square", (look.Fill, isOutlined ? side - OutlineWidth : side), isOutlined ? (look.Outline, side + OutlineWidth) : null);
            return;
        }

        double scale = look.IsTurned ? 1 : look.Scale;
        double left = crowd.Width * (1 - scale) / 2;
        double top = crowd.Height * (1 - scale) / 2;
        string placed = look.IsTurned ? "transform-box:fill-box;transform-origin:50% 50%;" : "";
        string declarations = look.IsTurned ? look.Declarations(HalfLit) : look.DeclarationsAtRest(HalfLit);
        body.Append($"<g class=\"{Shape(crowd, scale)} {styles.ParentClass(placed + declarations)}\">");
        foreach (var actor in actors)
        {
            Add(crowd, actor, left, top);
        }

        body.Append("</g>");
    }

    private string Shape(Crowd crowd, double scale)
    {
        double radius = crowd.Shape switch
        {
            ActorShape.Light => crowd.Width / 2,
            ActorShape.Square => crowd.Width / 6,
            _ => Math.Min(2, crowd.Width / 8),
        };
        return styles.BoxClass($"width:{Css.Number(crowd.Width * scale)}px;height:{Css.Number(crowd.Height * scale)}px;rx:{Css.Number(radius * scale)}px;stroke-width:{Css.Number(OutlineWidth)}");
    }

    private void Add(Crowd crowd, Actor actor, double left = 0, double top = 0)
    {
        string pane = $"<rect x=\"{Css.Number(actor.X + left)}\" y=\"{Css.Number(actor.Y + top)}\"/>";
        body.Append(actor.Label.Length == 0 ? pane : $"<g>{pane}{NameOn(actor, crowd)}</g>");
    }

    private void AddTurning(Crowd crowd, IEnumerable<IGrouping<string, Actor>> fates)
    {
        body.Append($"<g class=\"{Shape(crowd, 1)}\">");
        foreach (var fate in fates)
        {
            var turns = fate.First().Turns;
            string moments = string.Join(';', turns.Select((turn, n) => $"{Css.Variable(n)}:{Css.Seconds(turn.At)}"));
            body.Append($"<g class=\"{FateClass(fate.First(), crowd.TurnSeconds)}\"{(moments.Length > 0 ? $" style=\"{moments}\"" : "")}>");
            foreach (var actor in fate)
            {
                Add(crowd, actor);
            }

            body.Append("</g>");
        }

        body.Append("</g>");
    }

    private static string Fate(Actor actor) => $"{actor.Initial} {string.Join(' ', actor.Turns.Select(turn => $"{Css.Seconds(turn.At)} {turn.State}"))}";

    private string FateClass(Actor actor, double? seconds)
    {
        string turns = string.Join(',', actor.Turns.Select((turn, n) =>
        {
            var look = Looks.Of(turn.State);
            return $"{KeyframesOf(turn.State)} {Css.Seconds(seconds ?? look.Seconds)} {look.Easing} {Css.From($"var({Css.Variable(n)})")} forwards";
        }));
        return styles.ParentClass($"transform-box:fill-box;transform-origin:50% 50%;{Looks.Of(actor.Initial).Declarations(HalfLit)}{(turns.Length > 0 ? ";animation:" + turns : "")}");
    }

    // Hundreds of actors turn into the same few states.
    private string KeyframesOf(ActorState state)
    {
        if (!keyframes.TryGetValue(state, out string? name))
        {
            keyframes.Add(state, name = styles.Keyframes(Looks.Of(state).Keyframes(HalfLit)));
        }

        return name;
    }

    private string NameOn(Actor actor, Crowd crowd)
    {
        string[] lines = actor.Label.Split('\n');
        double size = new[] { crowd.NameSize, crowd.Height * 0.4, crowd.Width / (lines.Max(line => line.Length) * LetterWidth) }.Min();
        string style = styles.Class($"fill:currentColor;stroke:none;font-size:{Css.Number(size)}px;font-weight:600;text-anchor:middle");
        double first = actor.Y + (crowd.Height / 2) + (size * 0.36) - (size * 0.55 * (lines.Length - 1));
        return string.Concat(lines.Select((line, n) => $"<text class=\"{style}\" x=\"{Css.Number(actor.X + (crowd.Width / 2))}\" y=\"{Css.Number(first + (n * size * 1.1))}\">{Encode(line)}</text>"));
    }

    private void AddMullions(Crowd crowd)
    {
        if (crowd.Shape != ActorShape.Window)
        {
            return;
        }

        var panes = crowd.Actors.Where(actor => actor.Label.Length == 0).ToArray();
        string lines = string.Concat(panes.Select(pane =>
            $"M{Css.Number(pane.X + (crowd.Width / 2))} {Css.Number(pane.Y)}v{Css.Number(crowd.Height)}M{Css.Number(pane.X)} {Css.Number(pane.Y + (crowd.Height / 2))}h{Css.Number(crowd.Width)}"));
        if (panes.Length > 0)
        {
            body.Append($"<path class=\"{styles.Class($"stroke:{Palette.Css(Parts.Paint.Facade)};stroke-width:{Css.Number(Math.Min(2, crowd.Width / 10))}")}\" d=\"{lines}\"/>");
        }
    }

    private void Add(Dot dot)
    {
        var (first, last) = (dot.Stops[0], dot.Stops[^1]);
        double seconds = last.At - first.At;
        var frames = new StringBuilder("0%{opacity:0}5%,95%{opacity:1}to{opacity:0}");
        var variables = new StringBuilder($"--a:{Css.Seconds(first.At)};--d:{Css.Seconds(seconds)}");
        for (int n = 0; n < dot.Stops.Count; n++)
        {
            var stop = dot.Stops[n];
            string place = n == 0 ? "none" : $"var(--p{n})";
            double at = Math.Round((stop.At - first.At) / seconds, 2);
            if (n > 0)
            {
                variables.Append($";--p{n}:{Css.Number(stop.X - first.X)}px {Css.Number(stop.Y - first.Y)}px");

                // The colour holds until the stop and changes there.
                frames.Append($"{Css.Percent(at - 0.005)}{{{DotLookOf(dot.Stops[n - 1].Look)}}}");
            }

            frames.Append($"{Css.Percent(at)}{{{DotLookOf(stop.Look)};translate:{place};animation-timing-function:{Easing(stop.Pace)}}}");
        }

        string style = styles.Class($"opacity:0;stroke-width:1.6;animation:{styles.Keyframes(frames.ToString())} var(--d) linear {Css.From("var(--a)")}");
        string kind = styles.Class($"--f:{Palette.Css(dot.Kind == DotKind.Read ? Parts.Paint.Read : Parts.Paint.Write)}");
        string shape = dot.Kind == DotKind.Read
            ? $"<circle r=\"4.2\" cx=\"{Css.Number(first.X)}\" cy=\"{Css.Number(first.Y)}\""
            : $"<path d=\"M{Css.Number(first.X)} {Css.Number(first.Y - 5.3)}l5.3 5.3-5.3 5.3-5.3-5.3z\"";
        body.Append($"{shape} class=\"{style} {kind}\" style=\"{variables}\"/>");
    }

    private static string DotLookOf(DotLook look) => look switch
    {
        DotLook.Refused => $"fill:{Palette.Css(Parts.Paint.Paper)};stroke:var(--f)",
        DotLook.Answered => $"fill:{Palette.Css(Parts.Paint.Answer)};stroke:{Palette.Css(Parts.Paint.Answer)}",
        _ => "fill:var(--f);stroke:var(--f)",
    };

    private static string Easing(Pace pace) => pace switch
    {
        Pace.Starting => "ease-in",
        Pace.Stopping => "ease-out",
        Pace.Both => "ease-in-out",
        Pace.Jump => "step-end",
        _ => "linear",
    };

    private void Add(Mover mover)
    {
        var (first, last) = (mover.Places[0], mover.Places[^1]);
        double seconds = last.At - first.At;
        var variables = new StringBuilder($"--a:{Css.Seconds(first.At)};--d:{Css.Seconds(seconds)}");
        var frames = new StringBuilder();
        for (int n = 0; n < mover.Places.Count; n++)
        {
            var place = mover.Places[n];
            variables.Append($";--p{n}:{Css.Number(place.X)}px {Css.Number(place.Y)}px");
            bool isAtEnd = n == 0 || n == mover.Places.Count - 1;
            string pace = place.Pace == Pace.Even ? "" : $";animation-timing-function:{Easing(place.Pace)}";
            frames.Append($"{Css.Percent((place.At - first.At) / seconds)}{{{(mover.IsPassing && isAtEnd ? "opacity:1;" : "")}translate:var(--p{n}){pace}}}");
        }

        string outside = mover.IsPassing ? "opacity:0;" : "";
        string style = styles.Class($"{outside}animation:{styles.Keyframes(frames.ToString())} var(--d) linear {Css.From("var(--a)")}{(mover.IsPassing ? "" : " both")}");
        body.Append($"<g class=\"{style}\" style=\"{variables}\">");
        Add(mover.Moving);
        body.Append("</g>");
    }

    private void Add(Level level)
    {
        string origin = level.Grows switch
        {
            Growth.Rightwards => "0 0",
            Growth.Upwards => "0 100%",
            _ => "50% 50%",
        };
        string scale = level.Grows is Growth.Rightwards or Growth.Sideways ? "scaleX" : "scaleY";
        string motion = Motion(level.Samples, level.IsStepped, value => $"transform:{scale}({Css.Factor(value)})");
        Add(level.Area, 0, styles.Class($"fill:{Palette.Css(level.Paint)};transform-box:fill-box;transform-origin:{origin};{motion}"));
    }

    // What a value over time does to an element, as declarations.
    private string Motion(IReadOnlyList<Sample> samples, bool isStepped, Func<double, string> declaration)
    {
        var kept = isStepped ? samples : Polyline.Simplify(samples, LevelTolerance);
        if (kept.All(sample => sample.Value == kept[0].Value))
        {
            return declaration(kept[0].Value);
        }

        string frames = string.Concat(kept.Select((sample, n) =>
            $"{(n == 0 ? "0%," : "")}{Css.Percent(Math.Clamp(sample.At / picture.Duration, 0, 1))}{(n == kept.Count - 1 ? ",to" : "")}{{{declaration(sample.Value)}}}"));
        return $"animation:{styles.Keyframes(frames)} {Css.Seconds(picture.Duration)} {(isStepped ? "step-end" : "linear")} {Css.From("0s")} both";
    }

    private void Add(Reading reading)
    {
        double height = Math.Ceiling(reading.Style.Size * LineHeight);
        string clip = styles.UniqueId();
        definitions.Append($"<clipPath id=\"{clip}\"><rect x=\"0\" y=\"{Css.Number(reading.Y - (reading.Style.Size * 1.05))}\" width=\"{Css.Number(picture.Width)}\" height=\"{Css.Number(height)}\"/></clipPath>");
        Sample[] rows = [.. reading.Tellings.Select((telling, n) => new Sample(telling.At, n))];
        string motion = Motion(rows, isStepped: true, row => $"transform:translateY({Css.Number(-row * height)}px)");

        // A text that moves itself is laid out anew each time; one that is moved is not.
        body.Append($"<g clip-path=\"url(#{clip})\"><g class=\"{styles.Class(motion)}\"><text class=\"{TextClass(reading.Style, reading.Anchor)}\">");
        for (int n = 0; n < reading.Tellings.Count; n++)
        {
            body.Append($"<tspan x=\"{Css.Number(reading.X)}\" y=\"{Css.Number(reading.Y + (n * height))}\"{Cells(reading.Style, reading.Tellings[n].Text)}>{Encode(reading.Tellings[n].Text)}</tspan>");
        }

        body.Append("</text></g></g>");
    }

    private void Add(Line line)
    {
        string look = $"fill:{Palette.Css(line.Fill)};stroke:{Palette.Css(line.Stroke)};stroke-width:{Css.Number(line.StrokeWidth)};stroke-linecap:round;stroke-linejoin:round";
        if (line.From is not { } from)
        {
            body.Append($"<path class=\"{styles.Class(look + (line.IsDashed ? ";stroke-dasharray:4 4" : ""))}\" d=\"{line.Path}\"/>");
            return;
        }

        // A round end of a line of no length would be a dot.
        string grown = styles.Keyframes("from{opacity:1}to{opacity:1;stroke-dashoffset:0}");
        string rests = line.Resting < 1 ? $",{styles.Keyframes($"to{{opacity:{Css.Number(line.Resting)}}}")} {Css.Seconds(RestingSeconds)} linear {Css.From($"var(--a) + {Css.Seconds(line.Seconds + RestingSeconds)}")} forwards" : "";
        string style = styles.Class($"{look};opacity:0;stroke-dasharray:1;stroke-dashoffset:1;animation:{grown} {Css.Seconds(line.Seconds)} linear {Css.From("var(--a)")} forwards{rests}");
        body.Append($"<path class=\"{style}\" pathLength=\"1\" style=\"--a:{Css.Seconds(from)}\" d=\"{line.Path}\"/>");
    }

    private void Add(Shown shown)
    {
        List<string> changes = [];
        var variables = new StringBuilder();
        if (shown.From > 0)
        {
            changes.Add($"{styles.Keyframes("to{opacity:1}")} {Css.Seconds(shown.IsSudden ? SuddenSeconds : SoftSeconds)} linear {Css.From("var(--a)")} forwards");
            variables.Append($"--a:{Css.Seconds(shown.From)}");
        }

        if (shown.Until <= picture.Duration)
        {
            changes.Add($"{styles.Keyframes("to{opacity:0}")} {Css.Seconds(SuddenSeconds)} linear {Css.From("var(--b)")} forwards");
            variables.Append($"{(variables.Length > 0 ? ";" : "")}--b:{Css.Seconds(shown.Until)}");
        }

        if (changes.Count == 0)
        {
            Add(shown.Parts);
            return;
        }

        body.Append($"<g class=\"{styles.Class($"opacity:{(shown.From > 0 ? 0 : 1)};animation:{string.Join(',', changes)}")}\" style=\"{variables}\">");
        Add(shown.Parts);
        body.Append("</g>");
    }

    private void Add(Unveiled unveiled)
    {
        string clip = styles.UniqueId();
        string motion = Motion(unveiled.Samples, isStepped: false, value => $"transform:scaleX({Css.Factor(value)})");
        var area = unveiled.Area;
        definitions.Append($"<clipPath id=\"{clip}\"><rect class=\"{styles.Class($"transform-box:fill-box;transform-origin:0 0;{motion}")}\" x=\"{Css.Number(area.X)}\" y=\"{Css.Number(area.Y)}\" width=\"{Css.Number(area.Width)}\" height=\"{Css.Number(area.Height)}\"/></clipPath>");
        body.Append($"<g clip-path=\"url(#{clip})\">");
        Add(unveiled.Parts);
        body.Append("</g>");
    }

    private void Add(FlipBook book)
    {
        string turnedUp = styles.Keyframes("from,to{opacity:1}");
        string style = styles.Class($"opacity:0;animation:{turnedUp} var(--d) linear {Css.From("var(--a)")}");
        string lastStyle = styles.Class($"opacity:0;animation:{turnedUp} {Css.Seconds(SuddenSeconds)} linear {Css.From("var(--a)")} forwards");
        for (int n = 0; n < book.Pages.Count; n++)
        {
            var page = book.Pages[n];
            bool isLast = n == book.Pages.Count - 1;
            body.Append($"<g class=\"{(isLast ? lastStyle : style)}\" style=\"--a:{Css.Seconds(page.At)}{(isLast ? "" : $";--d:{Css.Seconds(book.Pages[n + 1].At - page.At)}")}\">");
            Add(page.Parts);
            body.Append("</g>");
        }
    }

    private void Add(Spots spots) => AddEnds(
        spots.Places, "round", (spots.Paint, 2 * spots.Radius), spots.Outline == Parts.Paint.None ? null : (spots.Outline, 2 * (spots.Radius + RingWidth)));

    // Lines of no length that have ends only, each from where the last one was: the shortest way to write many equal shapes.
    private void AddEnds(IEnumerable<(double X, double Y)> centres, string end, (Parts.Paint Paint, double Width) inner, (Parts.Paint Paint, double Width)? outer)
    {
        string style((Parts.Paint Paint, double Width) line) => styles.Class($"fill:none;stroke:{Palette.Css(line.Paint)};stroke-width:{Css.Number(line.Width)};stroke-linecap:{end}");
        var path = new StringBuilder();
        var (x, y) = (0.0, 0.0);
        foreach (var centre in centres)
        {
            var (toX, toY) = (Math.Round(centre.X, 1), Math.Round(centre.Y, 1));
            path.Append($"m{Css.Number(toX - x)} {Css.Number(toY - y)}h0");
            (x, y) = (toX, toY);
        }

        if (outer is not { } around)
        {
            body.Append($"<path class=\"{style(inner)}\" d=\"{path}\"/>");
            return;
        }

        // The same path again, narrower.
        string id = styles.UniqueId();
        body.Append($"<g class=\"{style(around)}\"><path id=\"{id}\" d=\"{path}\"/></g><use href=\"#{id}\" class=\"{style(inner)}\"/>");
    }

    private string TextClass(TextStyle style, Anchor anchor)
    {
        string face = style.Face switch
        {
            Face.Serif => ";font-family:\"Iowan Old Style\",\"Palatino Linotype\",Palatino,\"Book Antiqua\",\"Liberation Serif\",Georgia,serif",
            Face.Mono => ";font-family:ui-monospace,\"SF Mono\",\"Cascadia Code\",Consolas,\"Liberation Mono\",monospace",
            _ => "",
        };
        string place = anchor switch
        {
            Anchor.Middle => ";text-anchor:middle",
            Anchor.End => ";text-anchor:end",
            _ => "",
        };
        return styles.Class($"fill:{Palette.Css(style.Ink)};font-size:{Css.Number(style.Size)}px{(style.Weight == 400 ? "" : $";font-weight:{style.Weight}")}{face}{place}");
    }

    // Fonts for typing differ in how wide their letters are.
    private static string Cells(TextStyle style, string text) =>
        style.Face == Face.Mono && text.Length > 0 ? $" textLength=\"{Css.Number(text.Length * style.CellWidth)}\"" : "";

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
