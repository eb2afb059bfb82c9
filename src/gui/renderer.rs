//! What draws the window: OpenGL, or what wgpu finds (Vulkan, Metal, Direct3D). Where the one cannot, the other is tried.

/// What draws the window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Renderer {
    /// OpenGL. The first choice: without a graphics card it is several times as fast.
    Glow,
    /// Vulkan, Metal or Direct3D.
    #[cfg(feature = "wgpu")]
    Wgpu,
}

impl Renderer {
    /// All that this program was built with, in the order in which they are tried.
    pub const ALL: &[Renderer] = &[
        Renderer::Glow,
        #[cfg(feature = "wgpu")]
        Renderer::Wgpu,
    ];

    /// The word for it on the command line.
    pub fn word(self) -> &'static str {
        match self {
            Renderer::Glow => "glow",
            #[cfg(feature = "wgpu")]
            Renderer::Wgpu => "wgpu",
        }
    }

    /// The one that goes by this word.
    pub fn named(word: &str) -> Option<Renderer> {
        Renderer::ALL.iter().copied().find(|renderer| renderer.word() == word)
    }

    /// All, the one that was asked for first.
    pub fn in_order(asked: Option<Renderer>) -> Vec<Renderer> {
        let mut order = Renderer::ALL.to_vec();
        order.sort_by_key(|renderer| Some(*renderer) != asked);
        order
    }
}

impl From<Renderer> for eframe::Renderer {
    fn from(renderer: Renderer) -> eframe::Renderer {
        match renderer {
            Renderer::Glow => eframe::Renderer::Glow,
            #[cfg(feature = "wgpu")]
            Renderer::Wgpu => eframe::Renderer::Wgpu,
        }
    }
}

/// Whether the window did not open because nothing could be drawn, so that another renderer may do better.
pub fn cannot_draw(error: &eframe::Error) -> bool {
    match error {
        eframe::Error::Glutin(_) | eframe::Error::NoGlutinConfigs(..) | eframe::Error::OpenGL(_) => true,
        #[cfg(feature = "wgpu")]
        eframe::Error::Wgpu(_) => true,
        _ => false,
    }
}

/// What is wrong, in few words: what was asked of OpenGL says nothing to whoever reads it.
pub fn cause(error: &eframe::Error) -> String {
    let text = match error {
        eframe::Error::NoGlutinConfigs(_, cause) => cause.to_string(),
        other => other.to_string(),
    };
    text.lines().next().unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_asked_for_is_tried_first_and_everything_once() {
        for asked in Renderer::ALL {
            let order = Renderer::in_order(Some(*asked));
            assert_eq!(order[0], *asked);
            assert_eq!(order.len(), Renderer::ALL.len());
            assert_eq!(Renderer::named(asked.word()), Some(*asked));
        }
        assert_eq!(Renderer::in_order(None), Renderer::ALL);
        assert_eq!(Renderer::named("vulkan"), None);
    }
}
