"""Invented people and what they posted: one seed makes one life, and its numbers are known before any export is written."""

from calendar import timegm
from collections import Counter
from dataclasses import dataclass, field
from random import Random

ARCHIVED_AT = 1_718_409_600
"""When whatever is archived was posted: 15 June 2024."""
STATES = ("active", "inactive", "removed")


@dataclass(frozen=True)
class Shot:
    """A photo or a video."""

    number: int
    moment: int
    folder: str
    video: bool = False
    place: tuple[float, float] | None = None
    camera: str = ""
    words: str = ""


@dataclass(frozen=True)
class Posting:
    """Something posted: words, shots, names of people."""

    moment: int
    words: str = ""
    shots: tuple[Shot, ...] = ()
    people: tuple[str, ...] = ()
    by_ai: bool = False


@dataclass
class Life:
    """What one person left with one service."""

    posts: list[Posting] = field(default_factory=list)
    albums: dict[str, list[Shot]] = field(default_factory=dict)
    loose: list[Shot] = field(default_factory=list)
    stories: list[Shot] = field(default_factory=list)
    reels: list[Shot] = field(default_factory=list)
    profile: list[Shot] = field(default_factory=list)
    comments: list[int] = field(default_factory=list)
    group_posts: list[int] = field(default_factory=list)
    group_comments: list[int] = field(default_factory=list)
    apps: dict[str, int] = field(default_factory=dict)
    companies: list[int] = field(default_factory=list)
    tagged: int = 0
    archived: int = 0
    deleted: int = 0
    ai_chats: int = 0
    private: bool = False
    names_devices: bool = False
    """Whether each photo, video and story has the number of the device that it was made with."""
    others: dict[str, int] = field(default_factory=dict)
    """Kinds of which there are only so many: groups, pages, devices and the like."""

    def published(self) -> set[Shot]:
        """All photos and videos that stand in posts, albums, reels and on the profile."""
        lists = [post.shots for post in self.posts], self.albums.values(), [self.loose, self.reels, self.profile]
        return {shot for several in lists for each in several for shot in each}

    def counts(self) -> dict[str, int]:
        """What an audit must find, kind by kind."""
        shots = self.published()
        photos = {shot for shot in shots if not shot.video}
        found = {
            "posts": len(self.posts),
            "photos": len(photos),
            "videos": len(shots - photos),
            "stories": len(self.stories),
            "reels": len(self.reels),
            "comments": len(self.comments),
            "albums": len(self.albums),
            "profile_pictures": len(self.albums.get("Profile pictures", ())) + len(self.profile),
            "cover_pictures": len(self.albums.get("Cover photos", ())),
            "archived": self.archived,
            "deleted": self.deleted,
            "tagged": self.tagged,
            "group_posts": len(self.group_posts),
            "group_comments": len(self.group_comments),
            "captions": sum(bool(post.words) or any(shot.words for shot in post.shots) for post in self.posts),
            "gps": sum(shot.place is not None for shot in photos),
            "camera": sum(bool(shot.camera) for shot in photos),
            "ai_labelled": sum(post.by_ai for post in self.posts),
            "ai_chats": self.ai_chats,
        }
        return {name: number for name, number in found.items() if number}

    def more(self) -> dict[str, int]:
        """What an audit finds beyond that."""
        named = sum(bool(post.people) for post in self.posts)
        listed = sum(map(len, self.albums.values()))
        videos = sum(shot.place is not None for shot in self.published() if shot.video)
        stories = sum(shot.place is not None for shot in self.stories)
        cameras = sum(bool(shot.camera) for shot in self.stories)
        counted = {
            "naming": named,
            "album_photos": listed,
            "gps_videos": videos,
            "gps_stories": stories,
            "camera_stories": cameras,
            "device_media": len(self.published()) * self.names_devices,
            "device_stories": len(self.stories) * self.names_devices,
        }
        found = counted | self.others
        return {name: number for name, number in found.items() if number}

    def years(self) -> dict[str, dict[str, int]]:
        """Posts, photos, videos and stories by year."""
        found: dict[str, Counter[str]] = {}
        for kind, moments in (
            ("posts", [post.moment for post in self.posts]),
            ("photos", [shot.moment for shot in self.published() if not shot.video]),
            ("videos", [shot.moment for shot in self.published() if shot.video]),
            ("stories", [shot.moment for shot in self.stories]),
        ):
            for moment in moments:
                found.setdefault(year_of(moment), Counter())[kind] += 1
        return {year: dict(kinds) for year, kinds in sorted(found.items())}

    def more_years(self) -> dict[str, dict[str, int]]:
        """Reels, comments and archived posts by year."""
        found: dict[str, Counter[str]] = {}
        for kind, moments in (
            ("reels", [shot.moment for shot in self.reels]),
            ("comments", self.comments),
            ("archived", [ARCHIVED_AT] * self.archived),
        ):
            for moment in moments:
                found.setdefault(year_of(moment), Counter())[kind] += 1
        return {year: dict(kinds) for year, kinds in sorted(found.items())}


def year_of(moment: int) -> str:
    """The year in UTC, counted by hand."""
    year = 1970
    while moment >= timegm((year + 1, 1, 1, 0, 0, 0)):
        year += 1
    return str(year)


class Maker:
    """Makes shots and postings one after the other."""

    def __init__(self, seed: int, service: str) -> None:
        self.random = Random(f"{service} {seed}")
        self.service = service
        self.last = 17_900_000_000_000_000

    def moment(self) -> int:
        """Some second between 2009 and 2026."""
        return self.random.randrange(timegm((2009, 1, 1, 0, 0, 0)), timegm((2026, 10, 1, 0, 0, 0)))

    def shot(self, folder: str, *, video: bool = False) -> Shot:
        """A shot; one in four photos knows its place, one in three its camera."""
        self.last += self.random.randrange(1, 900)
        place = (round(self.random.uniform(-89, 89), 6), round(self.random.uniform(1, 179), 6))
        return Shot(
            number=self.last,
            moment=self.moment(),
            folder=folder,
            video=video,
            place=place if self.random.random() < 0.25 else None,
            camera="Acme" if not video and self.random.random() < 0.33 else "",
            words="Grüße vom See \U0001f30a" if self.service == "facebook" and self.random.random() < 0.2 else "",
        )

    def posting(self, folder: str, most: int) -> Posting:
        """A post of no, one or several shots."""
        shots = tuple(self.shot(folder, video=self.random.random() < 0.2) for _ in range(self.random.randrange(most + 1)))
        words = 'Ein schöner Tag [/b] "}, {"timestamp": ' if self.random.random() < 0.5 else ""
        people = ("Jo Роу",) if self.random.random() < 0.1 else ()
        return Posting(self.moment(), words, shots, people)


def facebook_life(seed: int = 1, size: int = 30) -> Life:
    """A life on Facebook. Most photos of posts lie in an album too, as they do in real exports."""
    make = Maker(seed, "facebook")
    life = Life(posts=[make.posting("Mobileuploads_100", 3) for _ in range(size)])
    posted = [shot for post in life.posts for shot in post.shots if not shot.video]
    life.albums = {
        "Mobile uploads": posted[: len(posted) * 3 // 4] + [make.shot("Mobileuploads_100") for _ in range(5)],
        "Profile pictures": [make.shot("Profilepictures_7") for _ in range(4)],
        "Cover photos": [make.shot("Coverphotos_8") for _ in range(2)],
    }
    life.loose = [make.shot("Uncategorized_9") for _ in range(6)] + posted[:2]
    life.reels = [make.shot("reels", video=True) for _ in range(3)]
    life.stories = [make.shot("stories") for _ in range(7)]
    life.comments = [make.moment() for _ in range(size * 2)]
    life.group_posts = [make.moment() for _ in range(5)]
    life.group_comments = [make.moment() for _ in range(9)]
    life.apps = {"active": 24, "inactive": 42, "removed": 17}
    life.companies = [make.random.randrange(1, 30) for _ in range(11)]
    life.tagged, life.archived, life.deleted, life.ai_chats = 8, 2, 3, 4
    life.others = {
        "groups": 12, "groups_run": 1, "pages_liked": 31, "pages_followed": 5, "pages": 2, "advertisers": 9, "friend_lists": 3,
        "tagged_places": 6, "elsewhere": 4, "by_others": 7,
        "check_ins": 5,
    }  # fmt: skip
    return life


def instagram_life(seed: int = 1, size: int = 30, *, private: bool = False) -> Life:
    """A life on Instagram."""
    make = Maker(seed, "instagram")
    posts = []
    for number in range(size):
        shots = tuple(make.shot("posts", video=make.random.random() < 0.2) for _ in range(make.random.randrange(1, 4)))
        people = ("@jo.doe",) if number % 6 == 1 else ()
        words = " ".join(("Grüße, ça va? 안녕 jo@example.invalid", *people)) if number % 2 else ""
        posts.append(Posting(make.moment(), words, shots, people, by_ai=number % 10 == 3))
    life = Life(posts=posts, private=private, names_devices=True)
    life.reels = [make.shot("reels", video=True) for _ in range(3)]
    life.reels += [shot for post in posts for shot in post.shots if shot.video][:1]
    life.stories = [make.shot("stories") for _ in range(9)]
    life.profile = [make.shot("profile") for _ in range(2)]
    life.comments = [make.moment() for _ in range(size)]
    life.apps = {"active": 5, "expired": 3}
    life.companies = [make.random.randrange(1, 30) for _ in range(6)]
    life.archived, life.deleted, life.ai_chats = 4, 2, 1
    life.others = {"devices": 3, "cameras": 2, "privacy_changes": 2, "ai_interests": 14, "advertisers": 8}
    return life


def threads_life(seed: int = 1, size: int = 20) -> Life:
    """A life on Threads: most posts have words alone, some name people, a few have pictures."""
    make = Maker(seed, "threads")
    posts = []
    for number in range(size):
        shots = tuple(make.shot("posts") for _ in range(number % 3)) if number % 4 == 0 else ()
        people = ("@jo.doe",) if number % 5 == 0 else ()
        posts.append(Posting(make.moment(), " ".join(("Schön", *people)), shots, people))
    return Life(posts=posts, names_devices=True)
